"""What a review found"""

import sqlalchemy as sa

from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('look', sa.Column('finding', sa.JSON(), nullable=True))
    # Who was told of a message that did not arrive is told no second time.
    op.execute("UPDATE delivery SET key = replace(key, 'experiment-trouble:', 'undelivered:') WHERE key LIKE 'experiment-trouble:%'")


def downgrade() -> None:
    op.execute("UPDATE delivery SET key = replace(key, 'undelivered:', 'experiment-trouble:') WHERE key LIKE 'undelivered:%'")
    # Not in batch mode: SQLite deletes all that refers to a table it copies.
    op.drop_column('look', 'finding')
