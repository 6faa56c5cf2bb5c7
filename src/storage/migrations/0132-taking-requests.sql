-- Chief administrators say whether their organisation takes requests in SEB.
grant update (takes_requests) on organisation to seb_organisation;
