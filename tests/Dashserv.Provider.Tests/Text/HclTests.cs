using Dashserv.Provider.Text;

namespace Dashserv.Provider.Tests.Text;

public sealed class HclTests
{
    [Theory]
    [InlineData("lLPgX", "\"lLPgX\"")]
    [InlineData("a\"}\nresource \"x\"", "\"a\\\"}\\nresource \\\"x\\\"\"")]
    [InlineData("${file(\"/etc/passwd\")}", "\"$${file(\\\"/etc/passwd\\\")}\"")]
    [InlineData("%{if true}$5 100%", "\"%%{if true}$5 100%\"")]
    [InlineData("$${x}", "\"$$${x}\"")]
    [InlineData("C:\\x\t\r\u001b", "\"C:\\\\x\\t\\r\\u001b\"")]
    public void Quote_AnyText_IsThatTextAndNothingElse(string text, string quoted) => Assert.Equal(quoted, Hcl.Quote(text));

    [Fact]
    public void ImportBlock_Id_IsQuoted() =>
        Assert.Equal("import {\n  to = dashserv_vserver.NAME\n  id = \"a\\\"b\"\n}", Hcl.ImportBlock("dashserv_vserver", "a\"b"));
}
