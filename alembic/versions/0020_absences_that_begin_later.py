"""Absences that begin later"""

import sqlalchemy as sa

from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('person', sa.Column('away_later', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('person', 'away_later')
