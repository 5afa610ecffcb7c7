-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A register keeps the mapping it was read with, so that the next import reads alike; refusals in every language.

alter table target.register add column code text, add column mapping_text text;

alter table target.register_refusal add column message text, add column arguments text[];

-- Whether the register pairs an address with a company or with a natural person: an address that is only a person's
-- never leaves the house.
alter table target.party add column of_company boolean not null default false;
alter table target.party add column of_person boolean not null default false;

create index register_newest on target.register (finished_at desc, id);
