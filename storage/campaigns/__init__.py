"""Campaigns and plans: what supervisors and enterprises read of them (view), what enterprises owe (tasks), the clock's side (opening)."""
