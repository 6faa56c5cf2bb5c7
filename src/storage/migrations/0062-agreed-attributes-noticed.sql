-- What a service may be told is part of what every sign-in keeps of it, and is now also changed without the service's own row.
create trigger attribute_agreed after insert or update or delete on service_attribute for each statement
  execute function note_directory_change();
