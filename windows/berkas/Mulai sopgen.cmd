@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "PYTHONUTF8=1"
set "SOPGEN_RUMAH=%~dp0"
if not exist "%~dp0python\python.exe" goto zip
"%~dp0python\python.exe" -X utf8 -m sopgen menu
set "KODE=%ERRORLEVEL%"
goto tutup

:zip
echo.
echo sopgen belum diekstrak: berkas ini dijalankan dari dalam ZIP,
echo atau dipisahkan dari folder lainnya.
echo.
echo Ekstrak dahulu: klik kanan berkas ZIP, pilih "Ekstrak Semua",
echo lalu buka folder hasilnya dan jalankan berkas ini dari sana.
set "KODE=1"

:tutup
echo.
echo Tekan sembarang tombol untuk menutup jendela ini.
pause >nul
exit /b %KODE%
