"""Teams that are asked together"""

import sqlalchemy as sa

from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None

TO_A_TEAM = (('team', 'sister_id'), ('team', 'asked_sister_id'), ('round', 'sister_id'))


def upgrade() -> None:
    # No foreign keys: SQLite would have the tables copied, and what hangs on them would go.
    for table, column in TO_A_TEAM:
        op.add_column(table, sa.Column(column, sa.Integer(), nullable=True))
    op.create_index(op.f('ix_team_sister_id'), 'team', ['sister_id'], unique=True)
    op.add_column(
        'team', sa.Column('hosts', sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column('team', sa.Column('asked_sister_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    # The version before would wait for ever for a team that has no rounds of its own.
    due = ', '.join(
        f'{column} = (SELECT other.{column} FROM team AS other WHERE other.id = team.sister_id)'
        for column in ('next_day', 'next_opens_at')
    )
    op.execute(sa.text(f'UPDATE team SET {due} WHERE sister_id IS NOT NULL AND NOT hosts'))
    op.drop_column('team', 'asked_sister_at')
    op.drop_column('team', 'hosts')
    op.drop_index(op.f('ix_team_sister_id'), table_name='team')
    for table, column in TO_A_TEAM:
        op.drop_column(table, column)
