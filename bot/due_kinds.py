"""What happens when a row of `due` is due: one handler a kind. Each claims its row by moving it on, in its own transaction."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection

from bot import (
    bulk_rounds,
    campaign_rounds,
    chore_rounds,
    digest_rounds,
    drill_rounds,
    exam_rounds,
    grading_rounds,
    group_rounds,
    idle_rounds,
    interview_rounds,
    ladder_rounds,
    lesson_rounds,
    listing_rounds,
    owed_rounds,
    pledge_reminders,
    reach_rounds,
    retention_rounds,
    review_rounds,
    sample_rounds,
    spot_rounds,
    still_rounds,
    training_rounds,
    visit_rounds,
    warning_rounds,
)
from bot.turn import House
from safety.calendar import Calendar
from storage.due import Due

Handler: TypeAlias = Callable[[Connection, House, Calendar, Due, datetime], bool]

HANDLERS: Mapping[str, Handler] = {
    bulk_rounds.KIND: bulk_rounds.expire,
    campaign_rounds.BEGIN: campaign_rounds.begin,
    campaign_rounds.OPEN: campaign_rounds.enter,
    campaign_rounds.CLOSE: campaign_rounds.close,
    campaign_rounds.CHASE: campaign_rounds.chase,
    chore_rounds.KIND: chore_rounds.remind,
    digest_rounds.KIND: digest_rounds.send,
    digest_rounds.FIGURES: digest_rounds.count,
    group_rounds.KIND: group_rounds.send,
    retention_rounds.KIND: retention_rounds.clear,
    retention_rounds.ERASE: retention_rounds.erase,
    review_rounds.KIND: review_rounds.chase,
    idle_rounds.KIND: idle_rounds.look,
    still_rounds.KIND: still_rounds.ask,
    pledge_reminders.KIND: pledge_reminders.drop,
    listing_rounds.KIND: listing_rounds.ask,
    drill_rounds.SOON: drill_rounds.announce,
    drill_rounds.INJECT: drill_rounds.tell,
    drill_rounds.CHASE: drill_rounds.chase,
    drill_rounds.BOARD: drill_rounds.redraw,
    drill_rounds.OVER: drill_rounds.end,
    exam_rounds.DEADLINE: exam_rounds.hand_in,
    exam_rounds.REFRESHER: exam_rounds.remind,
    owed_rounds.DAY: owed_rounds.tell,
    owed_rounds.ALERT: owed_rounds.alert,
    ladder_rounds.KIND: ladder_rounds.climb,
    reach_rounds.REACH: reach_rounds.follow,
    reach_rounds.TOWN: reach_rounds.tell_town,
    warning_rounds.POST: warning_rounds.post,
    warning_rounds.CHASE: warning_rounds.chase,
    warning_rounds.COUNT: warning_rounds.count,
    warning_rounds.FILE: warning_rounds.enclose,
    training_rounds.KIND: training_rounds.look,
    lesson_rounds.KIND: lesson_rounds.tell,
    spot_rounds.KIND: spot_rounds.end,
    grading_rounds.KIND: grading_rounds.mark,
    visit_rounds.KIND: visit_rounds.remind,
    interview_rounds.KIND: interview_rounds.remind,
    sample_rounds.KIND: sample_rounds.draw,
}
