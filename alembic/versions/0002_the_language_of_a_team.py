"""The language of a team"""

import sqlalchemy as sa

from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # With a default of the server's own: the version before goes on writing teams meanwhile.
    op.add_column('team', sa.Column('language', sa.String(length=16), server_default='en', nullable=False))


def downgrade() -> None:
    # Not in batch mode: SQLite deletes all that refers to a table it copies.
    op.drop_column('team', 'language')
