-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How the bytes of uploaded files are kept.

comment on column platform.file.name is 'sealed=files';
comment on column platform.file.content is 'sealed=files';
comment on column platform.file.original is 'sealed=files';
