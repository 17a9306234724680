package io.archivero.examples.http;

/** The configuration file is wrong. The message names the property and what it must be, and does not repeat a value. */
final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigurationException(String message) {
        super(message);
    }
}
