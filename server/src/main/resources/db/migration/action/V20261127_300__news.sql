-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Whoever said that they come is told what is new: that they have a place now, that it is at another time or place, or
-- that it does not take place. By mail, or by somebody who organises it.

alter table action.sign_up
  add column news text check (news in ('place', 'changed', 'off')),
  add column news_at timestamptz;
update action.sign_up set news = 'place', news_at = moved_up_at where moved_up_at is not null;
alter table action.sign_up
  drop constraint sign_up_told_of_a_place,
  drop column moved_up_at,
  add constraint sign_up_news_since check ((news is null) = (news_at is null)),
  add constraint sign_up_told_of_news check (told_at is null or news is not null);
