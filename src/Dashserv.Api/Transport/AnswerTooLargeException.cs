namespace Dashserv.Api.Transport;

/// <summary>An answer is longer than what is taken.</summary>
internal sealed class AnswerTooLargeException(long maxBytes) : Exception($"the answer is larger than {maxBytes / 1024 / 1024} MiB");
