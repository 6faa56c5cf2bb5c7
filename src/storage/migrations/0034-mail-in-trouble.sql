-- What could not be delivered is shown to those who run SEB.
create index mail_in_trouble on mail (created_at) where answer is not null and state in ('waiting', 'failed');
