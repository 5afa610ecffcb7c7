-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How bytes are kept: sealed under a purpose's keys, or plain with the reason. The rotation of keys reads this.

comment on column roll.person.name is 'sealed=people';
comment on column roll.person.phone is 'sealed=people';
comment on column roll.person.mail is 'sealed=people';
comment on column roll.person.remark is 'sealed=people';
comment on column roll.safe_contact.note is 'sealed=people row=person_id';
comment on column roll.application.name is 'sealed=people';
comment on column roll.application.phone is 'sealed=people';
comment on column roll.application.mail is 'sealed=people';
comment on column roll.application.place is 'sealed=people';
comment on column roll.application.conflicts is 'sealed=people';
