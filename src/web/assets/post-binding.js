// Sends the form of the SAML POST page at once; without scripts the person presses its button.
document.querySelector('form#post-binding')?.requestSubmit()
