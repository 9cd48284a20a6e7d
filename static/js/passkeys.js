// Says in the page, in words, why a passkey was not made or not used. allauth's scripts do the rest.

const REASONS = {
  NotAllowedError: "No passkey was used: it was called off, or took too long. Please try again.",
  InvalidStateError: "This device holds a passkey for this account already.",
  SecurityError: "Passkeys work at the shop’s own address only.",
};

document.addEventListener("allauth.error", (event) => {
  const place = document.getElementById("passkey_trouble");
  if (!place) return;
  event.preventDefault();
  place.textContent = window.PublicKeyCredential
    ? REASONS[event.detail.exception.name] || "The passkey could not be used. Please try again."
    : "This browser knows no passkeys, or not at this address.";
  place.hidden = false;
});
