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
    with op.batch_alter_table('person') as person:
        person.drop_column('described_at')
    with op.batch_alter_table('team') as team:
        team.drop_column('judged')
        team.drop_column('unreachable_why')
        team.drop_column('unreachable_at')
    with op.batch_alter_table('installation') as installation:
        installation.drop_column('command')
