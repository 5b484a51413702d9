"""Who looks after a team: how many lead it, and since when people are in it"""

import sqlalchemy as sa

from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('team', sa.Column('leads_known', sa.Integer(), nullable=True))
    op.add_column('member', sa.Column('joined_on', sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column('member', 'joined_on')
    op.drop_column('team', 'leads_known')
