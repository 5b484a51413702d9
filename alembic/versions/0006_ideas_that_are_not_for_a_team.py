"""Ideas that are not for a team"""

import sqlalchemy as sa

from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rejected_idea',
    sa.Column('team_id', sa.Integer(), nullable=False),
    sa.Column('idea', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_rejected_idea_team_id_team'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('team_id', 'idea', name=op.f('pk_rejected_idea'))
    )


def downgrade() -> None:
    op.drop_table('rejected_idea')
