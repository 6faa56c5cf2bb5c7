-- While it is set, an identity provider's answer has come, but not yet the browser that carried it: only who shows the ticket
-- goes on with the answer (brokering/carried-answer.ts).
alter table sign_in add column answer_ticket_hash text;
