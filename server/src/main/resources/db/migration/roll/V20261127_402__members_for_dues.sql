-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who is a member now, read in the order of their identifiers whatever their number; and since when somebody belongs.

create view roll.api_member with (security_invoker = true) as
  select local_id, id as person_id from roll.person where state = 'member' and merged_into is null;
create or replace view roll.api_membership with (security_invoker = true) as
  select local_id, person_id, kind, state, since from roll.membership where until is null;
grant select on roll.api_member to gw_app;

-- What somebody who asks to join chose of what other modules ask there, sealed.
alter table roll.application add column choices bytea;
comment on column roll.application.choices is 'sealed=people';
