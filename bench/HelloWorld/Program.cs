// The least that a native executable does before it can print a line: what the provider's start is measured against.
using var output = Console.OpenStandardOutput();
output.Write("hello world\n"u8);
