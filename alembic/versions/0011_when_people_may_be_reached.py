"""When people may be reached: working days, absences, reminders"""

import sqlalchemy as sa

from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('person', sa.Column('back_on', sa.Date(), nullable=True))
    for name, default in (
        ('heeds_status', sa.false()),
        ('away_by_status', sa.false()),
        ('wants_reminders', sa.true()),
    ):
        op.add_column(
            'person', sa.Column(name, sa.Boolean(), server_default=default, nullable=False)
        )
    op.add_column('person', sa.Column('own_weekday', sa.Integer(), nullable=True))
    op.add_column('person', sa.Column('own_hour', sa.Integer(), nullable=True))
    op.add_column('team', sa.Column('workdays', sa.JSON(), nullable=True))
    op.add_column('team', sa.Column('days_off', sa.JSON(), nullable=True))
    op.add_column(
        'team', sa.Column('reminds', sa.Boolean(), server_default=sa.true(), nullable=False)
    )
    op.add_column(
        'invitation', sa.Column('told', sa.Boolean(), server_default=sa.true(), nullable=False)
    )
    op.add_column('invitation', sa.Column('reminds_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('invitation', sa.Column('later_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for name in ('later_at', 'reminds_at', 'told'):
        op.drop_column('invitation', name)
    for name in ('reminds', 'days_off', 'workdays'):
        op.drop_column('team', name)
    for name in (
        'own_hour',
        'own_weekday',
        'wants_reminders',
        'away_by_status',
        'heeds_status',
        'back_on',
    ):
        op.drop_column('person', name)
