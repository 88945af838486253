"""Where each row of the fault model is caused, 1 to 50 at the tools and 51 to 70 at the studio.

What stands in the tables beside this file, or in a test whose name begins with `test_row_N_`, is
found by itself. The rest is listed here: what other parts of the tests cause.
"""

from __future__ import annotations

ROWS = range(1, 71)

_STUDIO = {
    51: ("guard.py::test_a_host_that_is_not_ours_is_misdirected",),
    52: (
        "guard.py::test_what_comes_from_a_page_is_refused",
        "guard.py::test_a_body_that_a_form_could_send_is_415",
        "guard.py::test_every_route_wants_the_token",
    ),
    53: (
        "guard.py::test_it_listens_on_loopback_only",
        "process.py::test_the_token_is_in_the_address_file_and_in_no_argument",
    ),
    54: (
        "guard.py::test_framing_that_can_be_read_in_two_ways_is_refused",
        "guard.py::test_a_body_without_a_length_is_not_read",
    ),
    55: (
        "patience.py::test_headers_that_drip_are_cut_by_their_whole_time",
        "patience.py::test_a_crowd_that_asks_nothing_keeps_nobody_out",
    ),
    56: (
        "patience.py::test_a_json_body_that_drips_is_408",
        "render_api.py::test_whoever_does_not_read_is_hung_up_on",
    ),
    57: (
        "patience.py::test_an_upload_without_an_end_is_4002_and_leaves_nothing",
        "fullness.py::test_a_full_disk_is_507_everywhere_and_costs_nothing",
    ),
    58: (
        "fetching.py::test_it_is_off_by_default",
        "fetching.py::test_addresses_that_lead_inside_are_refused",
        "fetching.py::test_a_name_that_changes_its_address_is_asked_once",
        "fetching.py::test_redirects_are_followed_within_the_rules",
    ),
    59: ("guard.py::test_no_name_leads_out_of_its_folder",),
    60: ("render_orders.py::test_a_hostile_draft_is_refused_before_anything_is_drawn",),
    61: ("drawing_captions.py::test_no_character_of_a_script_is_lost",),
    62: ("opening.py::test_a_hostile_file_is_answered_with_its_code_and_leaves_nothing",),
    63: (
        "opening.py::test_a_child_that_takes_too_much_is_ended_and_the_file_refused",
        "media.py::test_a_picture_that_unpacks_to_gigabytes_is_refused_unopened",
    ),
    67: (
        "once.py::test_a_studio_killed_during_a_chat_gives_its_credits_back_once",
        "once.py::test_a_studio_killed_during_a_film_makes_it_after_all",
    ),
    68: (
        "once.py::test_the_same_render_from_many_sides_is_one_film",
        "once.py::test_the_same_chat_from_many_sides_is_one_turn_that_all_hear",
    ),
    69: ("once.py::test_clients_that_leave_get_their_film_and_leave_nothing_behind",),
    70: ("fullness.py::test_ten_thousand_sessions_leave_as_many_as_may_be",),
}
_ONCE = "tests/studio/test_once.py::"
_WORKERS = "tests/tools/test_workers.py::"
_LEDGER = "tests/engine/test_ledger_kills.py::"
_DOCUMENTS = "tests/documents/test_apart.py::"

ELSEWHERE: dict[int, tuple[str, ...]] = {
    25: (_ONCE + "test_the_same_chat_from_many_sides_is_one_turn_that_all_hear",),
    27: (
        _WORKERS + "test_a_killed_worker_is_replaced_by_one_that_looks_and_sends_nothing",
        _LEDGER + "test_a_kill_at_any_line_loses_nothing_that_was_told",
    ),
    **{row: tuple(f"tests/studio/test_{one}" for one in tests) for row, tests in _STUDIO.items()},
    64: (_DOCUMENTS + "test_what_is_wrong_with_a_document_has_its_code",),
    65: (_DOCUMENTS + "test_what_is_wrong_with_a_document_has_its_code",),
    66: (
        _DOCUMENTS + "test_what_takes_too_long_is_ended",
        _DOCUMENTS + "test_the_process_has_limits_and_no_secret",
    ),
}
"""Tests by the row that they cause."""
