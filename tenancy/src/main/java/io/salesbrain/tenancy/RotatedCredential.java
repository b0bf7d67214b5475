package io.salesbrain.tenancy;

/** A credential's successor, and the old one with the time at which it now ends. */
public record RotatedCredential(CreatedCredential successor, CredentialInfo replaced) {}
