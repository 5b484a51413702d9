"""What a workspace decides: who turns the roll-up on, and for how long digests are kept"""

import sqlalchemy as sa

from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        'workspace',
        sa.Column('rollups', sa.String(length=10), server_default='leads', nullable=False),
    )
    op.add_column('workspace', sa.Column('keep_digests', sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column('workspace', 'keep_digests')
    op.drop_column('workspace', 'rollups')
