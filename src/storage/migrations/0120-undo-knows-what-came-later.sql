-- What was decided after a bulk change is not undone with it, also where it came to the same: a row remembers how far history had
-- come when it was carried out. Rows from before this know nothing, and are left as they are.
alter table bulk_row add column written_after bigint;
grant select on sequence earlier_row_sequence_seq to seb_broker, seb_organisation;
