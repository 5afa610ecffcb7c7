-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a second officer asks about money that left, whoever keeps the money answers.

alter table spending.second_look add column answer bytea,
  add constraint second_look_answer_to_question check (answer is null or question is not null);
comment on column spending.second_look.answer is 'sealed=spending';
