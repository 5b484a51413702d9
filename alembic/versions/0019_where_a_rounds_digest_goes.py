"""Where a round's digest goes is decided when it opens"""

import sqlalchemy as sa

from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('round', sa.Column('digest_channel_id', sa.String(length=32), nullable=True))


def downgrade() -> None:
    op.drop_column('round', 'digest_channel_id')
