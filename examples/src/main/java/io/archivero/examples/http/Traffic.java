package io.archivero.examples.http;

/**
 * What all requests share.
 *
 * @param inProgress those that are being answered
 * @param counters those that were
 * @param bodyBytes the most that a body may have
 */
record Traffic(InProgress inProgress, Counters counters, long bodyBytes) {}
