"""Comments"""

import sqlalchemy as sa

from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('comment',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['round_id'], ['round.id'], name=op.f('fk_comment_round_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('round_id', 'id', name=op.f('pk_comment')),
    sqlite_with_rowid=False
    )
    op.create_table('comment_box',
    sa.Column('seal', sa.String(length=40), nullable=False),
    sa.Column('id', sa.LargeBinary(length=16), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['seal'], ['seal.name'], name=op.f('fk_comment_box_seal'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('seal', 'id', name=op.f('pk_comment_box')),
    sqlite_with_rowid=False
    )
    op.create_table('reply_address',
    sa.Column('comment_id', sa.String(length=32), nullable=False),
    sa.Column('seal', sa.String(length=40), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['seal'], ['seal.name'], name=op.f('fk_reply_address_seal'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_reply_address')),
    sa.UniqueConstraint('seal', name=op.f('uq_reply_address_seal')),
    sqlite_with_rowid=False
    )
    op.create_table('reply_letter',
    sa.Column('comment_id', sa.String(length=32), nullable=False),
    sa.Column('token', sa.LargeBinary(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('lead_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['comment_id'], ['reply_address.comment_id'], name=op.f('fk_reply_letter_comment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['lead_id'], ['person.id'], name=op.f('fk_reply_letter_lead_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('comment_id', 'token', name=op.f('pk_reply_letter')),
    sqlite_with_rowid=False
    )


def downgrade() -> None:
    op.drop_table('reply_letter')
    op.drop_table('reply_address')
    op.drop_table('comment_box')
    op.drop_table('comment')
