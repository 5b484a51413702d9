"""What leads may: rounds that are withheld or to close, and what a team is told beside

A team says whether it stands in the roll-up; until its lead does, its channel decides.
"""

import sqlalchemy as sa

from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

NO = sa.text('false')


def upgrade() -> None:
    op.add_column('round', sa.Column('withheld', sa.Boolean(), server_default=NO, nullable=False))
    op.add_column('round', sa.Column('looks_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        'audit_reading', sa.Column('withheld', sa.Boolean(), server_default=NO, nullable=False)
    )
    op.add_column('team', sa.Column('is_private', sa.Boolean(), nullable=True))
    op.add_column('team', sa.Column('in_rollup', sa.Boolean(), nullable=True))


def downgrade() -> None:
    for column in ('in_rollup', 'is_private'):
        op.drop_column('team', column)
    op.drop_column('audit_reading', 'withheld')
    op.drop_column('round', 'looks_at')
    op.drop_column('round', 'withheld')
