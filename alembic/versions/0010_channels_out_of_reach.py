"""Channels out of reach, whom Slack has described lately, and the command that people type"""

import sqlalchemy as sa

from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('installation', sa.Column('command', sa.String(length=32), nullable=True))
    op.add_column('team', sa.Column('unreachable_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('team', sa.Column('unreachable_why', sa.String(length=20), nullable=True))
    op.add_column('team', sa.Column('judged', sa.String(length=40), nullable=True))
    op.add_column('person', sa.Column('described_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    # Not in batch mode: SQLite deletes all that refers to a table it copies.
    op.drop_column('person', 'described_at')
    for column in ('judged', 'unreachable_why', 'unreachable_at'):
        op.drop_column('team', column)
    op.drop_column('installation', 'command')
