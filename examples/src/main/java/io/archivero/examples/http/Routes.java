package io.archivero.examples.http;

import java.util.List;
import java.util.Optional;

/**
 * Finds the resource at a path, which is taken as it was sent: nothing is decoded before it is cut, and {@code ..} is a name like any
 * other, since external ids may hold anything.
 */
final class Routes {
    private final List<Route> routes;

    /** The resources in order: the first that fits is taken. */
    Routes(List<Resource> resources) {
        routes = resources.stream().map(Route::of).toList();
    }

    /**
     * A resource that was found.
     *
     * @param variable the part of the path that the template leaves open, as it was sent; empty if there is none
     */
    record Match(Resource resource, String variable) {}

    Optional<Match> find(String rawPath) {
        return routes.stream().flatMap(route -> route.match(rawPath).stream()).findFirst();
    }

    private record Route(Resource resource, String prefix, String suffix, boolean isOpen) {
        static Route of(Resource resource) {
            var template = resource.template();
            int begin = template.indexOf('{');
            return begin < 0
                    ? new Route(resource, template, "", false)
                    : new Route(
                            resource,
                            template.substring(0, begin),
                            template.substring(template.indexOf('}') + 1),
                            true);
        }

        Optional<Match> match(String path) {
            if (!isOpen) {
                return path.equals(prefix) ? Optional.of(new Match(resource, "")) : Optional.empty();
            }
            boolean fits = path.length() > prefix.length() + suffix.length()
                    && path.startsWith(prefix)
                    && path.endsWith(suffix);
            return fits
                    ? Optional.of(new Match(resource, path.substring(prefix.length(), path.length() - suffix.length())))
                    : Optional.empty();
        }
    }
}
