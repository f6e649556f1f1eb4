using BenchmarkDotNet.Attributes;
using TerraformPlugin.Values;
using TerraformPlugin.Wire.MessagePack;

namespace TerraformPlugin.Benchmarks;

/// <summary>The codec that every value of every call goes through, on the two shapes that matter: one resource, and one long list.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class MessagePackCodec
{
    private readonly TfType _serverType = Samples.Server().Type;
    private readonly TfValue _server = Samples.Server().Value;
    private readonly byte[] _serverBytes = MessagePackValueWriter.Write(Samples.Server().Value, Samples.Server().Type);
    private readonly TfType _listType = TfType.List(TfType.String);
    private readonly TfValue _list = Samples.Strings(1_000);
    private readonly byte[] _listBytes = MessagePackValueWriter.Write(Samples.Strings(1_000), TfType.List(TfType.String));

    [Benchmark]
    public byte[] EncodeServer() => MessagePackValueWriter.Write(_server, _serverType);

    [Benchmark]
    public TfValue DecodeServer() => MessagePackValueReader.Read(_serverBytes, _serverType);

    [Benchmark]
    public byte[] EncodeThousandStrings() => MessagePackValueWriter.Write(_list, _listType);

    [Benchmark]
    public TfValue DecodeThousandStrings() => MessagePackValueReader.Read(_listBytes, _listType);
}
