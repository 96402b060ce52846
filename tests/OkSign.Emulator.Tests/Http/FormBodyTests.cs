using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Tests.Http;

public class FormBodyTests
{
    [Fact]
    public async Task Read_NamesThatDifferInLetterCase_AreTwo()
    {
        var context = new DefaultHttpContext { Request = { Body = new MemoryStream(Encoding.ASCII.GetBytes("field%3ACity=Ghent+%C3%BC&field%3ACITY=Brugge&field%3ACity=Gent&empty=&alone")) } };

        Dictionary<string, StringValues> form = await FormBody.ReadAsync(context);

        Assert.Equal(new StringValues(["Ghent ü", "Gent"]), form["field:City"]);
        Assert.Equal("Brugge", form["field:CITY"]);
        Assert.Equal(("", ""), (form["empty"].ToString(), form["alone"].ToString()));
    }
}
