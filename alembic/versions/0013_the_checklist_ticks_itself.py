"""The checklist ticks itself, and a lead can take that back"""

import sqlalchemy as sa

from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        'tick', sa.Column('is_done', sa.Boolean(), server_default=sa.true(), nullable=False)
    )


def downgrade() -> None:
    # What was taken back was no tick before.
    op.execute(sa.text('DELETE FROM tick WHERE NOT is_done'))
    op.drop_column('tick', 'is_done')
