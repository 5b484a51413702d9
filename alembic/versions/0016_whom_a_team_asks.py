"""Whom of its channel a team asks, and of which roll-up its channel has heard"""

import sqlalchemy as sa

from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        'team', sa.Column('whom', sa.String(length=32), server_default='everybody', nullable=False)
    )
    op.add_column('team', sa.Column('rollup_told', sa.String(length=32), nullable=True))


def downgrade() -> None:
    op.drop_column('team', 'rollup_told')
    op.drop_column('team', 'whom')
