"""Whom of its channel a team asks, and of which roll-up its channel has heard"""

import sqlalchemy as sa

from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


# Whose channel stands in a roll-up by now has heard of it in its time, and is not told at night.
HEARD = """
    UPDATE team SET rollup_told = (
        SELECT channel_id FROM roll_up WHERE roll_up.workspace_id = team.workspace_id
    )
    WHERE coalesce(in_rollup, is_private IS FALSE)
"""
# The version before looks at channels only: such a team would wait for ever.
GROUPS = """
    UPDATE team SET unreachable_at = NULL, unreachable_why = NULL WHERE unreachable_why = 'group'
"""


def upgrade() -> None:
    op.add_column(
        'team', sa.Column('whom', sa.String(length=32), server_default='everybody', nullable=False)
    )
    op.add_column('team', sa.Column('rollup_told', sa.String(length=32), nullable=True))
    op.execute(HEARD)


def downgrade() -> None:
    op.execute(GROUPS)
    op.drop_column('team', 'rollup_told')
    op.drop_column('team', 'whom')
