-- SPDX-License-Identifier: AGPL-3.0-or-later
-- When the module that asked destroys the answers to an ask, those written down with talks go too; this finds them.

create index conversation_answered on organizing.conversation (local_id, ask_id) where reply is not null;
