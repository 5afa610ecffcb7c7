-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How the bytes of requests for a file of the roll are kept.

comment on column roll.export_request.purpose is 'sealed=people';
comment on column roll.export_request.asked_browser is 'plain=a hash of the asking browser''s secret';
