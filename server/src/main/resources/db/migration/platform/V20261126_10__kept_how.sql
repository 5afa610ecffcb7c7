-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How bytes are kept: sealed under a purpose's keys, or plain with the reason. The rotation of keys reads this.

comment on column platform.audit_entry.payload is 'sealed=audit';
comment on column platform.audit_entry.commitment is 'plain=a hash';
comment on column platform.audit_entry.about_person is 'plain=a keyed hash';
comment on column platform.audit_entry.by_person is 'plain=a keyed hash';
comment on column platform.audit_seal.link is 'plain=a hash';
comment on column platform.audit_head.link is 'plain=a hash';
comment on column platform.change.before is 'images=rows as JSON, in which sealed columns stay sealed';
comment on column platform.scheduled_task.task_data is 'plain=which job is meant';
comment on column platform.job_result.detail is 'sealed=job-result row=row_id';
comment on column platform.outgoing.content is 'sealed=outgoing owner=installation';
comment on column auth.device.pin_verifier is 'plain=a keyed hash';
comment on column auth.mail_address.address is 'sealed=sign-in row=account_id owner=installation';
comment on column auth.mail_link.address is 'sealed=sign-in row=account_id owner=installation';
comment on column auth.passkey.credential_id is 'plain=what the passkey says of itself';
comment on column auth.passkey.public_key is 'plain=a public key';
comment on column auth.passkey.attestation is 'plain=what the passkey says of itself';
comment on column auth.passkey.label is 'sealed=passkeys owner=installation';
comment on column auth.passkey_challenge.challenge is 'plain=random, for minutes';

-- Whoever keeps the server can give somebody a new way in; everybody of the local is told.
alter table platform.notice drop constraint notice_kind_check;
alter table platform.notice add constraint notice_kind_check
  check (kind in ('way-back-asked', 'way-back-agreed', 'sheet-used', 'reset-from-host'));
