"""What all tests share: how hard hypothesis tries, and where the entries are."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# `ci` draws the same examples every time, so that a red build can be repeated.
settings.register_profile("dev", max_examples=40, deadline=None)
settings.register_profile(
    "ci",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("nightly", max_examples=5_000, deadline=None)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev")
)
