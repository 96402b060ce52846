using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Tests.FormDescriptors;

public class ValidationFunctionsTests
{
    private const string Phone = "BT_CUSTOMERS.oksign.isValidPhone<blur>()";
    private const string Iban = "BT_CUSTOMERS.oksign.isValidIBAN<blur>()";

    [Theory]
    [InlineData(Phone, "+32470000001")]
    [InlineData(Phone, "0470 00 00 01")]
    [InlineData(Phone, "+421 (905) 123-456")]
    [InlineData(Phone, "02/123.45.67")]
    [InlineData(Phone, "12345678")]
    [InlineData(Phone, "+123456789012345")]
    [InlineData("bt_customers.OKSIGN.isvalidphone<BLUR>()", "0470000001")]
    [InlineData(Iban, "BE68539007547034")]
    [InlineData(Iban, "BE68 5390 0754 7034")]
    [InlineData(Iban, "sk3112000000198742637541")]
    [InlineData(Iban, "GB82 WEST 1234 5698 7654 32")]
    [InlineData(Iban, "MT84MALT011000012345MTLCAST001S")]
    [InlineData("BT_CUSTOMERS.oksign.isValidIban<blur>()", "BE68539007547034")]
    [InlineData("BT_CUSTOMERS.oksign.isValidMoon<blur>()", "anything")]
    [InlineData("", "anything")]
    [InlineData(null, "anything")]
    public void ProblemOf_ValueThatFits_IsNone(string? function, string value)
        => Assert.Null(ValidationFunctions.ProblemOf(function, value));

    [Theory]
    [InlineData(Phone, "1234567")]
    [InlineData(Phone, "+1234567890123456")]
    [InlineData(Phone, "++32470000001")]
    [InlineData(Phone, "0470+000001")]
    [InlineData(Phone, "call me maybe")]
    [InlineData(Phone, "٠٤٧٠٠٠٠٠٠١")]
    [InlineData(Phone, " ")]
    public void ProblemOf_NoPhoneNumber_SaysSo(string function, string value)
        => Assert.Equal(FieldProblem.NoPhone, ValidationFunctions.ProblemOf(function, value));

    [Theory]
    [InlineData("BE68539007547035")]
    [InlineData("BE6853900754703")]
    [InlineData("BE685390075470340")]
    [InlineData("NL68539007547034")]
    [InlineData("6853900754703412")]
    [InlineData("BE68-5390-0754-7034")]
    [InlineData("BEAB539007547034")]
    [InlineData("BE")]
    [InlineData(" ")]
    [InlineData("ＢＥ68539007547034")]
    public void ProblemOf_NoIban_SaysSo(string value)
        => Assert.Equal(FieldProblem.NoIban, ValidationFunctions.ProblemOf(Iban, value));
}
