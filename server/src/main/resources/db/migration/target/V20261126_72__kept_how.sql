-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How the bytes of sales, questions and domains are kept.

comment on column target.sale.other is 'sealed=targets';
comment on column target.sale.source is 'sealed=targets';
comment on column target.research.question is 'sealed=targets';
comment on column target.mail_domain.domain is 'sealed=targets';
