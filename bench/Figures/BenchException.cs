namespace Figures;

/// <summary>Something that was needed for a measurement is not there or did not do what it should.</summary>
internal sealed class BenchException(string message) : Exception(message);
