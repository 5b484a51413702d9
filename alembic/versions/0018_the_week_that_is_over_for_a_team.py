"""The week that is over for a team"""

import sqlalchemy as sa

from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

# Of teams that there are: the week of their newest round of the clock's.
NEWEST = """
    UPDATE team SET done_week = (
        SELECT max(round.week) FROM round WHERE round.team_id = team.id AND round.kind = 'pulse'
    )
"""


def upgrade() -> None:
    op.add_column('team', sa.Column('done_week', sa.String(length=8), nullable=True))
    op.execute(NEWEST)


def downgrade() -> None:
    op.drop_column('team', 'done_week')
