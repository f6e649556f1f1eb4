namespace DocsGenerator;

/// <summary>A page that cannot be generated.</summary>
internal sealed class DocumentationException(string message) : Exception(message);
