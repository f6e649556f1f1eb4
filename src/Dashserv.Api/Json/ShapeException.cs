namespace Dashserv.Api.Json;

/// <summary>A field holds what can't be read as what it is documented to be. Becomes an <see cref="ApiErrorKind.UnexpectedAnswer"/>.</summary>
internal sealed class ShapeException(string path, string problem) : Exception($"`{path}` {problem}");
