-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A phone takes other lists along than doors: those of modules above, named by a kind and an identifier. And what was
-- said at a door counts from when it was said, however late the phone hands it over.

alter table organizing.turf
  alter column site_id drop not null,
  -- what the list is of, where it is not the doors of a site
  add column list_kind text check (length(list_kind) between 1 and 40),
  add column list_id uuid,
  drop constraint turf_doors_check,
  add constraint turf_of_a_site_or_a_list check ((site_id is null) = (list_id is not null)
    and (list_id is null) = (list_kind is null)),
  -- a list may hold numbers alone; nobody takes no doors
  add constraint turf_of_something check (doors > 0 or (site_id is null and doors = 0));
create index turf_of_list on organizing.turf (local_id, list_id) where list_id is not null;

-- when it was said; absent for what was written down as it was said
alter table organizing.field_value add column said_at timestamptz;
