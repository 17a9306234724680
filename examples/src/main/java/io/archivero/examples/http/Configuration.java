package io.archivero.examples.http;

/**
 * What the configuration file says.
 *
 * @param server how the server works
 * @param store where the documents are
 * @param keys who may call
 */
record Configuration(ServerSettings server, StoreSettings store, Keys keys) {}
